/** How much the page shows: what every user needs, or all that a technician wants as well. */
export const VIEWS = ['plain', 'technician'] as const

export type PageView = (typeof VIEWS)[number]
