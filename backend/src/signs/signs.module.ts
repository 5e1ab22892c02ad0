import { Module } from '@nestjs/common';
import { InventoryModule } from '../inventory/inventory.module.js';
import { MedborgardialogModule } from '../medborgardialog/medborgardialog.module.js';
import { MedborgarlofteModule } from '../medborgarlofte/medborgarlofte.module.js';
import { MunicipalitiesModule } from '../municipalities/municipalities.module.js';
import { PlannerModule } from '../planner/planner.module.js';
import { MakePoster } from './make-poster.service.js';
import { MakeSigns } from './make-signs.service.js';
import { PlaceSignsController } from './place-signs.controller.js';
import { PostersController } from './posters.controller.js';
import { StretchSignsController } from './stretch-signs.controller.js';

/** Signs to put up outdoors, made of public answers. Without tables of its own. */
@Module({
  imports: [
    InventoryModule,
    MedborgardialogModule,
    MedborgarlofteModule,
    MunicipalitiesModule,
    PlannerModule,
  ],
  controllers: [PlaceSignsController, PostersController, StretchSignsController],
  providers: [MakePoster, MakeSigns],
})
export class SignsModule {}
