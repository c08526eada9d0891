import { createCertificateAuthority, type CertificateOrder } from '#engine/practice/certificate-authority.ts'
import type { ServerTls } from '#engine/practice/kit/conversation.ts'

/** The host that every scripted server pretends to be. */
export const HOST = 'mail.example.test'

/** Made anew for every run: a certificate in the repository would expire one day. */
export const authority = await createCertificateAuthority('Mailwright Test Authority')
/** An authority that no trust store has. */
export const stranger = await createCertificateAuthority('Unknown Authority')

/** A virus scanner that intercepts TLS connections, with a name like those of real ones. */
export const scanner = await createCertificateAuthority('Avast Web/Mail Shield Root')

export async function serverTls(order: Partial<CertificateOrder> = {}, by = authority): Promise<ServerTls> {
  return by.issue({ dnsNames: [HOST], ...order })
}

export const goodTls = await serverTls()
