import type { GeocoderAnswer } from '@lofteskartan/shared/contracts/geocoder';
import type { AddressLookup } from '../../../map/address-lookup.js';
import { api } from '../../../platform/api.js';

/** Looks addresses of a municipality up through the server, which alone speaks with the operator's geocoder. */
export const addressLookup = (municipality: string): AddressLookup => ({
  search: async (q, signal) => {
    const answer = await api.get<GeocoderAnswer>('/geocoder/search', { query: { q, municipality }, signal });
    return answer.items;
  },
  at: async (position, signal) => {
    const query = { position: position.join(), municipality };
    return (await api.get<GeocoderAnswer>('/geocoder/reverse', { query, signal })).items;
  },
});
