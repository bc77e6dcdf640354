/** How the extension is packed. */
export const packing = { dependencies: false, allowMissingRepository: true, rewriteRelativeLinks: false };

/** The time of all files in the package, in seconds: archives know none before 1980. */
const packingTime = 315_619_200;

/** Has packages made by this process hold one time for all files, in every time zone. */
export function setPackingTime() {
  process.env['SOURCE_DATE_EPOCH'] ??= String(packingTime);
  process.env['TZ'] = 'UTC';
}
