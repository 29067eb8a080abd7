import * as batch from '../../domain/batch/batch'

/** Gives a batch of some dozens of orders several shards, as a batch of thousands has. */
export function useSmallShards() {
  beforeEach(() => {
    jest.replaceProperty(batch as { SHARD_SIZE: number }, 'SHARD_SIZE', 10)
  })

  afterEach(() => {
    jest.restoreAllMocks()
  })
}
