import 'vtex-tachyons/tachyons.css'

import { InMemoryCache } from 'apollo-cache-inmemory'
import { ApolloClient } from 'apollo-client'
import { ApolloLink } from 'apollo-link'
import { HttpLink } from 'apollo-link-http'
import React from 'react'
import { ApolloProvider } from 'react-apollo'
import ReactDOM from 'react-dom'
import { IntlProvider } from 'react-intl'

import manifest from '../../manifest.json'
import en from '../../messages/en.json'
import es from '../../messages/es.json'
import pt from '../../messages/pt.json'
import OrderCancellation from '../../react/OrderCancellation'
import { contextLink } from './contextLink'

const MESSAGES = { en, es, pt }

/** The languages of the Admin, as its runtime names them. */
const LOCALES = { en: 'en-US', es: 'es-AR', pt: 'pt-BR' }

/** The language that the frame has chosen. */
function language() {
  const [, chosen] =
    /(?:^|; )simulator-language=(\w+)/.exec(document.cookie) ?? []

  return chosen in MESSAGES ? chosen : 'en'
}

function client() {
  const { vendor, name, version } = manifest
  const provider = `${vendor}.${name}@${version.split('.')[0]}.x`

  return new ApolloClient({
    link: ApolloLink.from([
      contextLink(provider),
      new HttpLink({ uri: '/graphql', credentials: 'same-origin' }),
    ]),
    // As VTEX's render runtime identifies objects.
    cache: new InMemoryCache({
      dataIdFromObject: ({ __typename, cacheId }) =>
        cacheId ? `${__typename}:${cacheId}` : null,
    }),
  })
}

/** Stands for vtex.render-runtime: the providers of language and data that it puts around a route's component. */
function Shell() {
  const chosen = language()

  document.documentElement.lang = chosen

  return (
    <IntlProvider
      locale={LOCALES[chosen]}
      messages={MESSAGES[chosen]}
      // A message without a translation must be seen, not covered up by its key.
      onError={(error) => console.error(String(error))}
    >
      <ApolloProvider client={client()}>
        <OrderCancellation />
      </ApolloProvider>
    </IntlProvider>
  )
}

ReactDOM.render(<Shell />, document.getElementById('page'))
