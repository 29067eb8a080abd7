import React, { useState } from 'react'
import type { ChangeEvent, DragEvent, FunctionComponent } from 'react'

import { DownloadButton } from '../../components/DownloadButton'
import { useSay } from '../../lib/useSay'
import { ListField } from './ListField'
import { readFile } from './readFile'
import type { FileProblem } from './readFile'

interface Props {
  text: string
  onChange: (text: string) => void
}

/** What a list looks like; with a comma it opens in every spreadsheet as two columns or one. */
const TEMPLATE = 'orderId,reason\n1234567890123-01,Out of stock\n'

/** Takes a list: pasted, from a file, or dropped. It does not leave the browser. */
export const ListInput: FunctionComponent<Props> = ({ text, onChange }) => {
  const say = useSay()
  const [problem, setProblem] = useState<FileProblem | null>(null)

  const take = async (files: FileList | null) => {
    const [file] = Array.from(files ?? [])

    if (!file) return

    const read = await readFile(file)

    setProblem('problem' in read ? read.problem : null)
    if ('text' in read) onChange(read.text)
  }

  const choose = ({ target }: ChangeEvent<HTMLInputElement>) => {
    void take(target.files)
  }

  const drop = (event: DragEvent) => {
    event.preventDefault()
    void take(event.dataTransfer.files)
  }

  return (
    <div
      className="oc-fields"
      onDrop={drop}
      onDragOver={(event) => event.preventDefault()}
    >
      <ListField text={text} onChange={onChange} />
      <div className="oc-line">
        <label className="oc-file">
          <span>{say('many.file')}</span>
          <input
            type="file"
            accept=".csv,.txt,text/csv,text/plain"
            // The same file can be chosen again after it was changed.
            onClick={({ currentTarget }) => {
              currentTarget.value = ''
            }}
            onChange={choose}
          />
        </label>
        <DownloadButton
          label={say('many.template')}
          name="orders.csv"
          content={() => Promise.resolve(TEMPLATE)}
        />
      </div>
      {problem && (
        <p role="alert" className="oc-error">
          {say(`many.file.${problem}`)}
        </p>
      )}
    </div>
  )
}
