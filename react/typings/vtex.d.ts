/** What the page takes from the platform's own apps: their packages have no types. */

declare module 'vtex.styleguide' {
  import type { ChangeEvent, FunctionComponent, ReactNode, Ref } from 'react'

  interface FieldProps {
    id?: string
    label?: ReactNode
    value?: string
    errorMessage?: ReactNode
    error?: boolean
    helpText?: ReactNode
    placeholder?: string
    disabled?: boolean
  }

  export const Alert: FunctionComponent<{
    type: 'success' | 'error' | 'warning'
    action?: { label: string; onClick: () => void }
    focusOnOpen?: boolean
  }>

  export const Button: FunctionComponent<{
    variation?:
      | 'primary'
      | 'secondary'
      | 'tertiary'
      | 'danger'
      | 'danger-tertiary'
    size?: 'small' | 'regular' | 'large'
    type?: 'button' | 'submit'
    isLoading?: boolean
    block?: boolean
    href?: string
    target?: string
    onClick?: () => void
  }>

  export const Checkbox: FunctionComponent<{
    id: string
    name: string
    label?: ReactNode
    value?: string
    checked: boolean
    partial?: boolean
    disabled?: boolean
    onChange: (event: ChangeEvent<HTMLInputElement>) => void
  }>

  export const Dropdown: FunctionComponent<
    FieldProps & {
      options: Array<{ value: string; label: string }>
      onChange: (event: ChangeEvent<HTMLSelectElement>, value: string) => void
    }
  >

  // eslint-disable-next-line @typescript-eslint/naming-convention -- the styleguide's name
  export const EXPERIMENTAL_Modal: FunctionComponent<{
    isOpen: boolean
    onClose: () => void
    title: ReactNode
    bottomBar: ReactNode
    size?: 'small' | 'medium' | 'large'
    closeOnOverlayClick?: boolean
    closeOnEsc?: boolean
    showCloseIcon?: boolean
    responsiveFullScreen?: boolean
  }>

  export const Input: FunctionComponent<
    FieldProps & {
      type?: string
      inputMode?: 'text' | 'numeric'
      autoComplete?: string
      min?: string
      max?: string
      forwardedRef?: Ref<HTMLInputElement>
      onChange: (event: ChangeEvent<HTMLInputElement>) => void
    }
  >

  export const Layout: FunctionComponent<{
    pageHeader?: ReactNode
    fullWidth?: boolean
  }>

  export const PageBlock: FunctionComponent<{
    title?: string
    subtitle?: string
    variation?: 'full' | 'half' | 'annotated' | 'aside'
  }>

  export const PageHeader: FunctionComponent<{
    title: ReactNode
    subtitle?: ReactNode
  }>

  export const Progress: FunctionComponent<{
    type: 'line' | 'steps'
    percent: number
  }>

  export const RadioGroup: FunctionComponent<{
    name: string
    label?: ReactNode
    options: Array<{ value: string; label: ReactNode }>
    value?: string
    onChange: (event: ChangeEvent<HTMLInputElement>) => void
  }>

  export const Spinner: FunctionComponent<{ size?: number }>

  export const Tag: FunctionComponent<{
    bgColor?: string
    color?: string
    size?: 'small'
  }>

  export const Textarea: FunctionComponent<
    FieldProps & {
      rows?: number
      maxLength?: string
      characterCountdownText?: ReactNode
      resize?: 'none' | 'vertical'
      forwardedRef?: Ref<HTMLTextAreaElement>
      onChange: (event: ChangeEvent<HTMLTextAreaElement>) => void
    }
  >
}

declare module '*.graphql' {
  import type { DocumentNode } from 'graphql'

  const document: DocumentNode

  export default document
}
