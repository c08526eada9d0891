import { slip } from '#shared/catalogue/slip.ts'
import { DEVICE_CARDS } from '#shared/devices/cards.ts'
import type { DeviceCard } from '#shared/devices/device-card.ts'

/** Shorter words are like too many others for a slip to tell. */
const SHORTEST_WITH_SLIP = 4
/** A name of a device is shorter; the rest of a longer text is left out. */
const MOST_WORDS = 12

const INDEX = DEVICE_CARDS.map((card) => ({
  card,
  words: wordsOf([card.id, card.maker, card.family, ...(card.also ?? [])].join(' ')),
}))

/**
 * The cards a name means, the best first; empty where it means none. Every word counts, whole, in part or with one
 * slip; a model number that no card has (`MFC-L3770CDW`) says nothing against the others.
 */
export function findCards(name: string): readonly DeviceCard[] {
  const exact = DEVICE_CARDS.find(({ id }) => id === name.trim().toLowerCase())
  if (exact !== undefined) return [exact]
  const asked = wordsOf(name).slice(0, MOST_WORDS)
  return INDEX.map(({ card, words }) => ({ card, score: scoreOf(asked, words) }))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score)
    .map(({ card }) => card)
}

/** 0: not meant. */
function scoreOf(asked: readonly string[], words: readonly string[]): number {
  let sum = 0
  for (const word of asked) {
    const best = Math.max(0, ...words.map((known) => likeness(word, known)))
    if (best === 0 && !/\d/.test(word)) return 0
    sum += best
  }
  return sum
}

function likeness(typed: string, known: string): number {
  if (typed === known) return 4
  if (typed.length > 1 && known.startsWith(typed)) return 3
  if (typed.length > 2 && known.includes(typed)) return 2
  return typed.length >= SHORTEST_WITH_SLIP && slip(typed, known) !== 'none' ? 1 : 0
}

/** `FRITZ!Box` is one word and `e-STUDIO` two; accents are left out. */
function wordsOf(text: string): readonly string[] {
  const plain = text
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
  return plain.replaceAll('!', '').match(/[\p{L}\d]+/gu) ?? []
}
