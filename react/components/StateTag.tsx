import React from 'react'
import type { FunctionComponent } from 'react'
import { Tag } from 'vtex.styleguide'

/** White text on each of them has a contrast of 4.5 or more; the styleguide's own colours have not. */
const COLORS = {
  plain: '#3f3f40',
  going: '#134cd8',
  waiting: '#8a5a00',
  canceled: '#2f7a00',
  bad: '#a51315',
  unknown: '#6b2fb3',
}

export type Color = keyof typeof COLORS

export const ColorTag: FunctionComponent<{ color: Color }> = ({
  color,
  children,
}) => (
  <Tag bgColor={COLORS[color]} color="#ffffff" size="small">
    {children}
  </Tag>
)
