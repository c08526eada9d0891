/** `typed`: the user wrote host and port; `found`: Mailwright proposed them, from whatever source. */
export const SERVICE_ORIGINS = ['typed', 'found'] as const

export type ServiceOrigin = (typeof SERVICE_ORIGINS)[number]
