/**
 * How one gets into a service. `password`: with the secret of the account, be it a password or a token. `none`: a
 * relay in the user's own network, which accepts mail for sending without a sign-in; only ever for an SMTP
 * server the user typed, and never a way round a sign-in that failed.
 */
export const SERVICE_SIGN_INS = ['password', 'none'] as const

export type ServiceSignIn = (typeof SERVICE_SIGN_INS)[number]
