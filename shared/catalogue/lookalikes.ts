import { providerByDomain } from '#shared/catalogue/look-up.ts'

/**
 * Small letters of other alphabets that are drawn like a Latin one in the usual fonts. Made by eye for the letters
 * that the names of mail providers consist of. It does not know Armenian, Cherokee or Coptic, nor Latin letters
 * that resemble each other (rn and m, 1 and l): a domain in those is an ordinary unknown one.
 */
const LOOKALIKES: Readonly<Record<string, string>> = {
  // Cyrillic
  а: 'a',
  ь: 'b',
  с: 'c',
  ԁ: 'd',
  е: 'e',
  г: 'r',
  һ: 'h',
  і: 'i',
  ї: 'i',
  ј: 'j',
  к: 'k',
  ӏ: 'l',
  м: 'm',
  п: 'n',
  о: 'o',
  р: 'p',
  ԛ: 'q',
  ѕ: 's',
  т: 't',
  ц: 'u',
  ѵ: 'v',
  ѡ: 'w',
  ԝ: 'w',
  х: 'x',
  у: 'y',
  // Greek
  α: 'a',
  ϲ: 'c',
  ε: 'e',
  η: 'n',
  ι: 'i',
  ϳ: 'j',
  κ: 'k',
  ο: 'o',
  ρ: 'p',
  τ: 't',
  υ: 'u',
  ν: 'v',
  ω: 'w',
  χ: 'x',
  γ: 'y',
  // Latin
  ı: 'i',
  ɩ: 'i',
  ɑ: 'a',
  ɡ: 'g',
  ł: 'l',
  ø: 'o',
  đ: 'd',
}

/** The known domain that this one looks like without being it, or `null`. Marks on letters count as nothing. */
export function resembledDomain(unicodeDomain: string): string | null {
  const plain = unicodeDomain
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/\p{L}/gu, (letter) => LOOKALIKES[letter] ?? letter)
  return plain !== unicodeDomain && providerByDomain(plain) !== null ? plain : null
}
