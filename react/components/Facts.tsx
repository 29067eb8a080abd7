import React from 'react'
import type { FunctionComponent, ReactNode } from 'react'

/** Facts with their names; those without a value are left out. */
export const Facts: FunctionComponent<{
  facts: Array<[string, ReactNode]>
}> = ({ facts }) => (
  <dl className="oc-facts">
    {facts
      .filter(([, value]) => value !== null && value !== undefined)
      .map(([name, value]) => (
        <div key={name} className="oc-fact">
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
  </dl>
)
