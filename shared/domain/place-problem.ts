/** What is wrong with the place that the user named for a new file. */
export type PlaceProblem =
  | 'exists'
  | 'folder'
  | 'no-folder'
  | 'special'
  | 'denied'
  | 'full'
  | 'busy'
  | 'name'
  | 'failed'
