import * as batch from '../../domain/batch/batch'

/** Lets a batch of some dozens of orders have several shards, as one of thousands has. */
export function useSmallShards() {
  beforeEach(() => {
    jest.replaceProperty(batch as { SHARD_SIZE: number }, 'SHARD_SIZE', 10)
  })

  afterEach(() => {
    jest.restoreAllMocks()
  })
}
