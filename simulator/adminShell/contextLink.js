import { ApolloLink } from 'apollo-link'
import { visit } from 'graphql/language/visitor'

/**
 * Stands for VTEX's GraphQL server in front of the apps: it sends an operation to the app that
 * `@context` names, and takes the directive out. One that names no app, or another one, is
 * refused: it would not reach this app in production either.
 */
export function contextLink(provider) {
  return new ApolloLink((operation, forward) => {
    let named = null

    // The operation's own object: its context cannot be copied.
    operation.query = visit(operation.query, {
      Directive: (node) => {
        if (node.name.value !== 'context') return undefined

        const argument = node.arguments.find(
          ({ name }) => name.value === 'provider'
        )

        named = argument.value.value

        return null
      },
    })

    if (named !== provider) {
      throw new Error(
        `The operation ${operation.operationName} is for ${named}, not for ${provider}.`
      )
    }

    return forward(operation)
  })
}
