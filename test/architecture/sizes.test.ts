import { expect, test } from 'vitest'
import { PRODUCT_ROOMS, sourceFiles } from '../support/source-tree.ts'

const MAX_FILE = 300
const MEDIAN_FILE = 90
const MAX_FUNCTION = 60
const P90_FUNCTION = 30

const everything = sourceFiles(...PRODUCT_ROOMS, 'scripts', 'test')
const product = sourceFiles(...PRODUCT_ROOMS)

function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor((sorted.length - 1) * share)] ?? 0
}

test('no file has more than 300 lines', () => {
  expect(
    everything.filter(({ lines }) => lines > MAX_FILE).map(({ path, lines }) => `${path}: ${lines}`),
  ).toEqual([])
})

test('half of the files have fewer than 90 lines', () => {
  expect(
    percentile(
      product.map(({ lines }) => lines),
      0.5,
    ),
  ).toBeLessThan(MEDIAN_FILE)
})

test('no function has more than 60 lines', () => {
  const long = everything.flatMap(({ path, functions }) =>
    functions
      .filter(({ lines }) => lines > MAX_FUNCTION)
      .map(({ name, lines }) => `${path} ${name}: ${lines}`),
  )
  expect(long).toEqual([])
})

test('nine of ten functions have fewer than 30 lines', () => {
  expect(
    percentile(
      product.flatMap(({ functions }) => functions.map(({ lines }) => lines)),
      0.9,
    ),
  ).toBeLessThan(P90_FUNCTION)
})
