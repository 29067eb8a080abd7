import {
  allPages,
  ChangingList,
  inOrder,
  ofOneSecond,
  requestIds,
} from '../../testing/changingList'

/** One request is decided after every fourth read. */
const EVERY_FOURTH = [0, 0, 0, 1]

describe('the walk through orders of one moment that one read does not hold', () => {
  it('shows the request that moves to the first page when another leaves the list before the second and last page is read', () => {
    // The counterexample that the property test once found.
    const orders = ofOneSecond(103)
    const list = new ChangingList(orders, false, EVERY_FOURTH)

    expect(inOrder(allPages(list, 10).flat())).toEqual(requestIds(orders))
  })

  it('shows that request, too, where the second page already holds a request of a later moment', () => {
    const orders = [
      ...ofOneSecond(103),
      { id: 'later-01', second: 8, isRequest: true },
    ]

    const list = new ChangingList(orders, false, EVERY_FOURTH)

    expect(inOrder(allPages(list, 10).flat())).toEqual(requestIds(orders))
  })

  it('shows every request once, although a new order joins the list before each read', () => {
    const orders = ofOneSecond(250)
    const arriving = Array.from({ length: 5_000 }, (_, index) => ({
      id: `new-${index}-01`,
      second: 50,
      isRequest: false,
    }))

    const list = new ChangingList(orders, false, [0], false, arriving)

    expect(inOrder(allPages(list, 10).flat())).toEqual(requestIds(orders))
  })
})
