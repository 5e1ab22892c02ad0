/** What lies on a device for work without a network is thrown away after so many hours. */
export const DEVICE_HOURS = 12;
