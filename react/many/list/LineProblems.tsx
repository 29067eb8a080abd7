import React from 'react'
import type { FunctionComponent } from 'react'

import { Table } from '../../components/Table'
import { useSay } from '../../lib/useSay'
import type { ProblemLine } from './parseList'

/** No operator reads more, and a page of ten thousand lines stands still. */
const MOST_SHOWN = 50

/** The lines that something is wrong with: which, what they say, and what is wrong. */
export const LineProblems: FunctionComponent<{ problems: ProblemLine[] }> = ({
  problems,
}) => {
  const say = useSay()

  if (problems.length === 0) return null

  return (
    <>
      <Table
        caption={say('many.problems')}
        columns={[
          say('many.problem.line'),
          say('many.problem.text'),
          say('many.problem.what'),
        ]}
        rows={problems
          .slice(0, MOST_SHOWN)
          .map(({ line, text, problem, ofLine }) => ({
            key: String(line),
            cells: [
              String(line),
              <span key="text" className="oc-id">
                {text}
              </span>,
              say(`many.problem.${problem}`, { line: ofLine ?? '' }),
            ],
          }))}
      />
      {problems.length > MOST_SHOWN && (
        <p>
          {say('many.problem.more', { count: problems.length - MOST_SHOWN })}
        </p>
      )}
    </>
  )
}
