import React from 'react'
import { Button, EXPERIMENTAL_Modal } from 'vtex.styleguide'

export default () => (
  <div>
    <Button>Hello</Button>
    <EXPERIMENTAL_Modal isOpen={false} />
  </div>
)
