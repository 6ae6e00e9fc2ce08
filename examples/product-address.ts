/**
 * Where the end-to-end suite runs the product: on ports of its own, so that a
 * product started by hand for looking at does not get in the way.
 */
export const PULSO_PORT = process.env['PULSO_TEST_PORT'] ?? '18787'
export const CAFE_PORT = process.env['PULSO_TEST_DEMO_PORT'] ?? '18080'
export const PULSO_URL = `http://127.0.0.1:${PULSO_PORT}`
export const CAFE_URL = `http://127.0.0.1:${CAFE_PORT}`
/** Good on this machine, for this run's own state folder, and for nothing else. */
export const ADMIN_TOKEN = 'pulso_for_the_end_to_end_suite_only'
