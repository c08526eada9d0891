/**
 * How one word comes from another. `other-initial`: by another first letter, which people rarely get wrong; jmail,
 * zmail and cloud.com are real.
 */
export function slip(typed: string, meant: string): 'slip' | 'other-initial' | 'none' {
  const at = firstDifference(typed, meant)
  if (at === null) return 'none'
  if (isSwap(typed, meant, at)) return 'slip'
  const [cut, keep] =
    typed.length === meant.length
      ? [at + 1, at + 1]
      : typed.length > meant.length
        ? [at + 1, at]
        : [at, at + 1]
  if (typed.slice(cut) !== meant.slice(keep)) return 'none'
  return at === 0 ? 'other-initial' : 'slip'
}

/** Two letters in the wrong order. */
function isSwap(typed: string, meant: string, at: number): boolean {
  return (
    typed[at] === meant[at + 1] && typed[at + 1] === meant[at] && typed.slice(at + 2) === meant.slice(at + 2)
  )
}

function firstDifference(a: string, b: string): number | null {
  if (a === b || Math.abs(a.length - b.length) > 1) return null
  let at = 0
  while (a[at] === b[at]) at += 1
  return at
}
