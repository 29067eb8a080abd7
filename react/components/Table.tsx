import React from 'react'
import type { FunctionComponent, ReactNode } from 'react'

interface Row {
  key: string
  cells: ReactNode[]
}

/** A real table, whose rows become cards on a narrow screen. The styleguide's is a grid of boxes without names. */
export const Table: FunctionComponent<{
  caption: string
  columns: ReactNode[]
  rows: Row[]
}> = ({ caption, columns, rows }) => (
  <table className="oc-table">
    <caption className="oc-hidden">{caption}</caption>
    <thead>
      <tr>
        {columns.map((column, index) => (
          // Columns never move: their place is their key.
          <th key={index} scope="col">
            {column}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {rows.map(({ key, cells }) => (
        <tr key={key}>
          {cells.map((cell, index) => (
            <td key={index}>
              <span className="oc-cell-name" aria-hidden="true">
                {columns[index]}
              </span>
              <div>{cell}</div>
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
)
