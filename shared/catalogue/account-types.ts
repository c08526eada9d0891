/** The kinds of account a person can pick by hand, in the order of the tiles. */
export const ACCOUNT_TYPES = [
  { id: 'outlook', glyph: 'O', provider: 'outlook' },
  { id: 'microsoft-365', glyph: 'M', provider: 'microsoft-365' },
  { id: 'exchange', glyph: 'E', provider: 'exchange' },
  { id: 'gmail', glyph: 'G', provider: 'gmail' },
  { id: 'yahoo', glyph: 'Y', provider: 'yahoo' },
  { id: 'icloud', glyph: 'i', provider: 'icloud' },
  { id: 'aol', glyph: 'A', provider: 'aol' },
  { id: 'other', glyph: '@', provider: null },
] as const

export type AccountType = (typeof ACCOUNT_TYPES)[number]
export type AccountTypeId = AccountType['id']
