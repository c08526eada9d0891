import { expect, test } from 'vitest'
import { CODES, type Code } from '#shared/finding/codes.ts'
import { PRODUCT_ROOMS, sourceFiles } from '../support/source-tree.ts'

const LIST = 'shared/finding/codes.ts'

/** What the browser host answers to a page that is not its own: nothing else. */
const WORDLESS: readonly Code[] = ['HOST_FORBIDDEN', 'HOST_LINK_USED', 'HOST_LIMIT']

test('every code of the list is used by the product, so that none is an empty promise', () => {
  const product = sourceFiles(...PRODUCT_ROOMS).filter(({ path }) => path !== LIST)
  const unused = CODES.filter((code) => !product.some(({ text }) => text.includes(`'${code}'`)))
  expect(unused).toEqual(WORDLESS)
})
