import React from 'react'
import type { FunctionComponent } from 'react'
import { PageBlock } from 'vtex.styleguide'

import { AccessRequest } from './AccessRequest'

/** A screen of which an operator who may not list orders sees nothing. */
export const NoList: FunctionComponent = () => (
  <PageBlock variation="full">
    <AccessRequest resources={['ListOrders']} />
  </PageBlock>
)
