import type { IncomingMessage } from 'node:http'
import { isFor } from '#engine/net/loopback-server.ts'

/** Where the page lives, exactly: a name such as `localhost` can be pointed anywhere (DNS rebinding). */
export interface Place {
  readonly host: string
  readonly origin: string
}

export function placeOn(port: number): Place {
  const host = `127.0.0.1:${port}`
  return { host, origin: `http://${host}` }
}

/**
 * SECURITY: asked before anything else is looked at (CVE-2025-66414, CVE-2026-63118). A browser sends the true Host
 * and Origin, so a page from elsewhere can neither be us nor act as us.
 */
export function comesFromUs(request: IncomingMessage, place: Place): boolean {
  const { origin } = request.headers
  return isFor(request, place.host) && (origin === undefined || origin === place.origin)
}

/** A WebSocket from a page always carries its origin; one without is not from a browser we opened. */
export function upgradeComesFromUs(request: IncomingMessage, place: Place): boolean {
  return comesFromUs(request, place) && request.headers.origin === place.origin
}

/** SECURITY: sent with every answer. The page may connect to its own socket alone, and no other page may frame it. */
export function securityHeaders(place: Place): Readonly<Record<string, string>> {
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self' data:",
    `connect-src ws://${place.host}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ]
  return {
    'content-security-policy': policy.join('; '),
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'no-store',
  }
}
