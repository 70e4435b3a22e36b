import type { ResponseSchema } from '@google-cloud/vertexai'
import * as z from 'zod'

/** Google's dialect of JSON schema: fewer words, and the names of types in capitals. */
const known = new Set([
  'type',
  'format',
  'description',
  'nullable',
  'items',
  'enum',
  'properties',
  'required',
])

const Schema = z.custom<ResponseSchema>((value) => typeof value === 'object' && value !== null)

export function vertexAiSchema(schema: object): ResponseSchema {
  return Schema.parse(translated(schema))
}

function translated(schema: unknown): unknown {
  if (typeof schema !== 'object' || schema === null) return schema
  const entries = Object.entries(schema).filter(([word]) => known.has(word))
  return Object.fromEntries(
    entries.map(([word, value]: [string, unknown]) => {
      if (word === 'type' && typeof value === 'string') return [word, value.toUpperCase()]
      if (word === 'items') return [word, translated(value)]
      if (word !== 'properties' || typeof value !== 'object' || value === null) return [word, value]
      return [
        word,
        Object.fromEntries(Object.entries(value).map(([name, one]) => [name, translated(one)])),
      ]
    }),
  )
}
