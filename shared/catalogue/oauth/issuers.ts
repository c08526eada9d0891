import type { OAuthIssuer } from '#shared/catalogue/oauth/issuer.ts'
import { aol } from '#shared/catalogue/oauth/issuers/aol.ts'
import { comcast } from '#shared/catalogue/oauth/issuers/comcast.ts'
import { fastmail } from '#shared/catalogue/oauth/issuers/fastmail.ts'
import { google } from '#shared/catalogue/oauth/issuers/google.ts'
import { mailRu } from '#shared/catalogue/oauth/issuers/mail-ru.ts'
import { microsoftChina } from '#shared/catalogue/oauth/issuers/microsoft-china.ts'
import { microsoft } from '#shared/catalogue/oauth/issuers/microsoft.ts'
import { thundermail } from '#shared/catalogue/oauth/issuers/thundermail.ts'
import { yahoo } from '#shared/catalogue/oauth/issuers/yahoo.ts'
import { yandex } from '#shared/catalogue/oauth/issuers/yandex.ts'

/** The known issuers of tokens for mail. A new one is a file in `issuers/` and a line here. */
export const OAUTH_ISSUERS: readonly OAuthIssuer[] = [
  aol,
  comcast,
  fastmail,
  google,
  mailRu,
  microsoft,
  microsoftChina,
  thundermail,
  yahoo,
  yandex,
]

export function issuerOfProvider(providerId: string): OAuthIssuer | null {
  return OAUTH_ISSUERS.find(({ providers }) => providers.includes(providerId)) ?? null
}

/** The known issuer that a URL belongs to, so that catalogued facts replace what a server says. */
export function knownIssuer(url: string): OAuthIssuer | null {
  const host = hostOf(url)
  return (
    OAUTH_ISSUERS.find(
      ({ issuer, endpoints }) => hostOf(issuer) === host || hostOf(endpoints.authorization) === host,
    ) ?? null
  )
}

function hostOf(url: string): string {
  return /^https:\/\/([^/:]+)/.exec(url)?.[1]?.toLowerCase() ?? url.toLowerCase()
}
