export const useRuntime = () => ({
  account: 'acme',
  workspace: 'master',
  culture: { locale: 'en-US' },
})
