import type { Access } from '../platform/endpoint.js';

/** Officers; that they are police in the municipality is the room’s to see. */
export const police: Access = { who: 'staff', roles: ['police-officer'] };
export const plannerTags = ['Planner'];
