import * as z from 'zod'

// The policy of the page forbids code that is made of text: zod need not try. Loaded before any shape is made.
z.config({ jitless: true })
