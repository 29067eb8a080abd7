import { defaultFieldResolver } from 'graphql'
import type { GraphQLField } from 'graphql'
import { SchemaDirectiveVisitor } from 'graphql-tools'

import { appLogger } from '../appLogger'
import type { Context } from '../globals'
import { checkRequest } from './checkRequest'
import { fitted } from './fitted'
import { reported } from './publicError'

/**
 * What every root field is wrapped in. The last directive of a field runs
 * first, so this one surrounds `@auth` and the resolver.
 */
export class BoundaryDirective extends SchemaDirectiveVisitor {
  public override visitFieldDefinition(field: GraphQLField<unknown, Context>) {
    const { resolve = defaultFieldResolver } = field
    const resource = resourceOf(field)

    field.resolve = async (...call) => {
      const [, , ctx, info] = call

      forbidCaching(ctx)
      forgetQuery(ctx)

      try {
        checkRequest(ctx, info)

        return fitted(await resolve(...call), info.returnType)
      } catch (error) {
        throw reported(
          error,
          { operation: info.fieldName, resource },
          appLogger(ctx.vtex.logger)
        )
      }
    }
  }
}

/** The License Manager resource that `@auth` asks for at this field. */
function resourceOf({
  astNode,
}: GraphQLField<unknown, Context>): string | null {
  const named =
    (wanted: string) =>
    ({ name }: { name: { value: string } }) =>
      name.value === wanted

  const auth = astNode?.directives?.find(named('auth'))
  const value = auth?.arguments?.find(named('resourceCode'))?.value

  return value?.kind === 'StringValue' ? value.value : null
}

/** In a production workspace the runtime lets any edge keep any answer for a day, a mutation's too. */
function forbidCaching({ graphql }: Context) {
  graphql.cacheControl.noStore = true
  graphql.cacheControl.noCache = true
}

/** The runtime copies the query and its variables into each error it logs and answers. */
function forgetQuery(ctx: Context) {
  ctx.graphql.query = { query: '[not shown]' }
}
