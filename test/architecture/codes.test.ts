import { expect, test } from 'vitest'
import { CODES, type Code } from '#shared/finding/codes.ts'
import { PRODUCT_ROOMS, sourceFiles } from '../support/source-tree.ts'

const LIST = 'shared/finding/codes.ts'

/** Said by the browser host itself, to whoever is no page of ours: they are told nothing else. */
const WORDLESS: readonly Code[] = ['HOST_FORBIDDEN', 'HOST_LINK_USED', 'HOST_LIMIT']

test('every code of the list is used by the product, so that none is a promise nobody keeps', () => {
  const product = sourceFiles(...PRODUCT_ROOMS).filter(({ path }) => path !== LIST)
  const unused = CODES.filter((code) => !product.some(({ text }) => text.includes(`'${code}'`)))
  expect(unused).toEqual(WORDLESS)
})
