import './styles.global.css'

import React from 'react'
import type { FunctionComponent } from 'react'
import { Layout, PageHeader } from 'vtex.styleguide'

import { BatchScreen } from './batch/BatchScreen'
import { Announcer } from './components/Announcer'
import { Banners } from './components/Banners'
import { Navigation } from './components/Navigation'
import { History } from './history/History'
import { AccessProvider } from './lib/useAccess'
import { PlaceProvider, usePlace } from './lib/usePlace'
import { useSay } from './lib/useSay'
import { ManyOrders } from './many/ManyOrders'
import { OneOrder } from './order/OneOrder'
import { Requests } from './requests/Requests'

/** The page of this app in the Admin, under Orders. */
const OrderCancellation: FunctionComponent = () => (
  <PlaceProvider>
    <AccessProvider>
      <Announcer>
        <Page />
      </Announcer>
    </AccessProvider>
  </PlaceProvider>
)

const Page: FunctionComponent = () => {
  const say = useSay()

  return (
    <Layout
      pageHeader={
        <PageHeader
          title={<h1 className="oc-h1">{say('title')}</h1>}
          subtitle={<Navigation />}
        />
      }
    >
      <main className="oc-page">
        <Banners />
        <Screen />
      </main>
    </Layout>
  )
}

const Screen: FunctionComponent = () => {
  const { place } = usePlace()

  switch (place.screen) {
    case 'order':
      return <OneOrder orderId={place.orderId} asked={place.asked} />

    case 'many':
      return <ManyOrders />

    case 'batch':
      return <BatchScreen {...place} key={place.id} />

    case 'requests':
      return <Requests />

    case 'history':
      return <History />

    default:
      return null
  }
}

export default OrderCancellation
