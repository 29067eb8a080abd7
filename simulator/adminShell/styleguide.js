/**
 * Stands for the app vtex.styleguide. One line for each component that the page takes: the
 * package's index would bring all of them, and lacks EXPERIMENTAL_Modal, which the app has.
 */
export { default as Alert } from '@vtex/styleguide/lib/Alert'
export { default as Button } from '@vtex/styleguide/lib/Button'
export { default as Checkbox } from '@vtex/styleguide/lib/Checkbox'
export { default as Dropdown } from '@vtex/styleguide/lib/Dropdown'
export { default as EXPERIMENTAL_Modal } from '@vtex/styleguide/lib/EXPERIMENTAL_Modal'
export { default as Input } from '@vtex/styleguide/lib/Input'
export { default as Layout } from '@vtex/styleguide/lib/Layout'
export { default as PageBlock } from '@vtex/styleguide/lib/PageBlock'
export { default as PageHeader } from '@vtex/styleguide/lib/PageHeader'
export { default as Progress } from '@vtex/styleguide/lib/Progress'
export { default as RadioGroup } from '@vtex/styleguide/lib/RadioGroup'
export { default as Spinner } from '@vtex/styleguide/lib/Spinner'
export { default as Tag } from '@vtex/styleguide/lib/Tag'
export { default as Textarea } from '@vtex/styleguide/lib/Textarea'
