/** As large as a thumb, and a glove on a phone, needs it. */
export const touchTarget = {
  width: { xs: 48, md: 44 },
  height: { xs: 48, md: 44 },
} as const
