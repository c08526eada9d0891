import { expect, test } from 'vitest'
import { isFirm, isKeptByOwner } from '#engine/files/guarded-place.ts'

const ME = 1_000

test.each<readonly [string, number, number, boolean, boolean]>([
  ['of root, for root to write', 0, 0o644, true, true],
  ['of this user', ME, 0o755, true, true],
  ['of another user', 1_001, 0o644, false, false],
  ['of root, for a group to write', 0, 0o775, false, true],
  ['of root, for every user to write', 0, 0o757, false, false],
  ['of root, for every user to add to', 0, 0o1777, false, true],
  ['of another user, for every user to add to', 1_001, 0o1777, false, false],
])('a place %s', (_, uid, mode, isKept, holds) => {
  expect([isKeptByOwner({ uid, mode }, ME), isFirm({ uid, mode }, ME)]).toEqual([isKept, holds])
})
