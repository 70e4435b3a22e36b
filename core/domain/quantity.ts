/** The three sections that every layout is timed in (timing sheets say sector). */
export const sectionIds = ['s1', 's2', 's3'] as const
export type SectionId = (typeof sectionIds)[number]

/** The halves of sections; which of them a race was timed in is data. */
export const subSectionIds = ['s1a', 's1b', 's2a', 's2b', 's3a', 's3b'] as const
export type SubSectionId = (typeof subSectionIds)[number]

/** What a lap is timed in: the whole lap, its sections, its sub-sections. */
export const quantities = ['lap', ...sectionIds, ...subSectionIds] as const
export type Quantity = (typeof quantities)[number]

/** Some quantity of each, where it is known. */
export type PerQuantity<T> = { readonly [quantity in Quantity]?: T }
export type PerSection<T> = { readonly [section in SectionId]?: T }

export const subSectionsOf = {
  s1: ['s1a', 's1b'],
  s2: ['s2a', 's2b'],
  s3: ['s3a', 's3b'],
} as const satisfies Record<SectionId, readonly SubSectionId[]>
