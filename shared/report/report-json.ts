import { REPORT_KIND, type Report } from '#shared/report/report.ts'

/**
 * A report as JSON in ASCII alone, which no program reads in the wrong encoding, and without a character that means
 * something in HTML: what is left of it in a page is text wherever it is put.
 * @param indent for a file that people open
 */
export function reportJson(report: Report, indent = 0): string {
  return JSON.stringify(report, null, indent).replace(BEYOND_ASCII, byNumber)
}

const BEYOND_ASCII = /[<>&'\u007f-\uffff]/g

function byNumber(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`
}

const OPENING = `<template id="${REPORT_KIND}">`
const CLOSING = '</template>'

/**
 * SECURITY: a template is neither shown nor run, which a script is that is called data. The JSON has no `<`, so it
 * cannot end it.
 */
export function embeddedJson(report: Report): string {
  return `${OPENING}${reportJson(report)}${CLOSING}`
}

/** The JSON within a page that Mailwright has written, `null` where there is none, or more than one to choose from. */
export function jsonIn(page: string): string | null {
  const [, found, ...more] = page.split(OPENING)
  if (found === undefined || more.length > 0) return null
  const end = found.indexOf(CLOSING)
  return end === -1 ? null : found.slice(0, end)
}
