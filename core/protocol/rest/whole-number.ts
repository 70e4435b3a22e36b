import * as z from 'zod'

export type WholeNumber = {
  readonly minimum: number
  readonly maximum: number
  /** What is told of a value that is none: "is not …". */
  readonly otherwise: string
}

/** A whole number as it stands in a path or a query; the OpenAPI document shows it as one. */
export function wholeNumberInText({ minimum, maximum, otherwise }: WholeNumber) {
  return z
    .string()
    .regex(/^[0-9]{1,9}$/, otherwise)
    .transform(Number)
    .pipe(z.int().min(minimum, otherwise).max(maximum, otherwise))
    .meta({
      override: ({ jsonSchema }) => {
        delete jsonSchema.pattern
        Object.assign(jsonSchema, { type: 'integer', minimum, maximum })
      },
    })
}
