/** Where the journeys find the product, and how its example staff sign in. */
export const port = Number(process.env['E2E_PORT'] ?? 3905);
export const demoPassword = 'en-lykta-i-taget-2026';
