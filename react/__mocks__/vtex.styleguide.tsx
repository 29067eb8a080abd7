import React from 'react'
import type { FunctionComponent, ReactNode } from 'react'

/** Plain elements in place of the styleguide: tests of the page look at what it says, and what is pressed. */

interface Box {
  title?: ReactNode
  pageHeader?: ReactNode
  subtitle?: ReactNode
  bottomBar?: ReactNode
}

const Box: FunctionComponent<Box> = ({
  title,
  pageHeader,
  subtitle,
  bottomBar,
  children,
}) => (
  <div>
    {title}
    {pageHeader}
    {subtitle}
    {children}
    {bottomBar}
  </div>
)

interface Field {
  id: string
  label?: ReactNode
  value?: string
  errorMessage?: ReactNode
  onChange: (
    event: React.ChangeEvent<HTMLInputElement | HTMLTextAreaElement>
  ) => void
}

const fieldOf = (Tag: 'input' | 'textarea') => {
  const Named: FunctionComponent<Field> = ({
    id,
    label,
    value,
    errorMessage,
    onChange,
  }) => (
    <label htmlFor={id}>
      {label}
      <Tag id={id} value={value} onChange={onChange} />
      {errorMessage}
    </label>
  )

  return Named
}

export const Button: FunctionComponent<{
  onClick?: () => void
  type?: 'button' | 'submit'
}> = ({ onClick, type = 'button', children }) => (
  <button type={type} onClick={onClick}>
    {children}
  </button>
)

export const Checkbox: FunctionComponent<{
  id: string
  label?: ReactNode
  checked: boolean
  onChange: (event: React.ChangeEvent<HTMLInputElement>) => void
}> = ({ id, label, checked, onChange }) => (
  <label htmlFor={id}>
    <input id={id} type="checkbox" checked={checked} onChange={onChange} />
    {label}
  </label>
)

export const Dropdown: FunctionComponent<{
  options: Array<{ value: string; label: string }>
  value?: string
  onChange: (event: unknown, value: string) => void
}> = ({ options, value, onChange }) => (
  <select
    value={value}
    onChange={(event) => onChange(event, event.target.value)}
  >
    {options.map((option) => (
      <option key={option.value} value={option.value}>
        {option.label}
      </option>
    ))}
  </select>
)

// The styleguide's own name.
// eslint-disable-next-line @typescript-eslint/naming-convention
export const EXPERIMENTAL_Modal: FunctionComponent<Box> = (props) => (
  <div role="dialog">
    <Box {...props} />
  </div>
)

export const Alert = Box
export const Input = fieldOf('input')
export const Layout = Box
export const PageBlock = Box
export const PageHeader = Box
export const Progress = () => null
export const RadioGroup = () => null
export const Spinner = () => null
export const Tag = Box
export const Textarea = fieldOf('textarea')
