/** The faults of a virtual VBase, and what the app does about some. Shares are from 0 to 1. */
export interface FileConditions {
  /** Share of faulty calls to VBase, which stores half of the failed writes; half of the callers hear of the fault at once, and the others wait until they give up. */
  faultyFiles: number
  /** About how long a call to VBase takes. */
  fileMs: number
  /** Share of reads for which VBase answers 404 although the file exists. */
  wrongMissing: number
  /** The app checks such a 404 against the list of files. */
  checksMissing: boolean
  /** VBase accepts every write, whatever its etag. */
  ignoresEtags: boolean
  /** Share of a journal's writes that arrive after the caller has given up. */
  latePuts: number
  /** The longest time from then until a late write arrives. */
  latePutMs: number
  /** Share of a journal's writes that arrive a second time, up to 5 s later. */
  doubledPuts: number
  /** The greatest age of what a page of a list shows. */
  listLagMs: number
  /** The most paths that one page of a list holds. */
  listPage: number
  /** A list shows the caller's own files at once, and those of others late. */
  listsShowOwnFirst: boolean
}

/** A VBase without faults. */
export const CALM_FILES: FileConditions = {
  faultyFiles: 0,
  fileMs: 60,
  wrongMissing: 0,
  checksMissing: true,
  ignoresEtags: false,
  latePuts: 0,
  latePutMs: 0,
  doubledPuts: 0,
  listLagMs: 0,
  listPage: 100,
  listsShowOwnFirst: false,
}
