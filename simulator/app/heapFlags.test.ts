import { heapFlags } from './heapFlags'
import { useBuild } from './testing'

describe("the heap of a replica is V8's in a container with the memory of service.json", () => {
  const buildWith = useBuild()

  // What V8 of Node 20 chose in containers of these sizes: its limit is the old space and three semi-spaces.
  it.each([
    [{}, 256, 1],
    [{ memory: 128 }, 256, 1],
    [{ memory: 256 }, 256, 1],
    [{ memory: 512 }, 256, 1],
    [{ memory: 1024 }, 512, 4],
    [{ memory: 2048 }, 1024, 8],
  ])(
    'with %p: %d MB of old space, semi-spaces of %d MB',
    (service, old, semi) => {
      expect(heapFlags(buildWith(service))).toEqual([
        `--max-old-space-size=${old}`,
        `--max-semi-space-size=${semi}`,
      ])
    }
  )
})
