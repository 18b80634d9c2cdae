"""Who the audit says did it: whoever may run commands at the service's machine. No token names them."""

from typing import Final

from riskflag.persistence.audit import Actor
from riskflag.vocabulary import Role

AT_THE_MACHINE: Final = Actor("command line", Role.AUDITOR)
